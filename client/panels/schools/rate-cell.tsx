import type { Unit } from '../../../domain/metrics/metric.ts';
import type { Figure } from '../../api/figures.ts';
import { IntervalBar } from '../../charts/interval-bar.tsx';
import type { Explanation } from '../../frame/explain-context.ts';
import { FigureText } from '../../frame/figure-text.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface RateCellProps {
  readonly figure: Figure | undefined;
  readonly unit: Unit;
  readonly explain?: Explanation | undefined;
  /** Whether the interval is drawn and written out. */
  readonly withInterval: boolean;
  /** Where the line of the interval ends: 100 % where it is left out. */
  readonly top?: number;
}

/** A school's figure with the number of people behind it. */
export function RateCell({ figure, unit, explain, withInterval, top = 1 }: RateCellProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  if (figure === undefined) return '–';
  const { value, low, high, n } = figure;
  const interval = withInterval && value !== null && low !== undefined && high !== undefined;
  return (
    <>
      <div className="rate-line">
        {interval ? <IntervalBar value={value} low={low} high={high} top={top} /> : null}
        <FigureText figure={figure} unit={unit} explain={explain} />
      </div>
      {value === null || unit === 'people' ? null : (
        <div className="rate-line rate-note">
          {interval ? <span>{format.interval(unit, low, high)}</span> : null}
          <span>{t('figure.n', { n: format.count(n) })}</span>
        </div>
      )}
    </>
  );
}
