import { metric } from '../../../domain/metrics/registry.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import type { Explanation } from '../../frame/explain-context.ts';
import { FigureText } from '../../frame/figure-text.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { KeyFigure } from './key-figures.ts';

interface FigureCardProps {
  readonly label: string;
  readonly figure: KeyFigure;
  /** What its total is of. */
  readonly explain: Explanation;
  /** How the season stands against the one before, in words. */
  readonly change: string;
}

/** One key figure: its value, how many people it speaks of, the season against the last, and the years. */
export function FigureCard({ label, figure, explain, change }: FigureCardProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { unit } = metric(figure.metric);
  const isCount = unit === 'people';
  const points = figure.years.map(({ name, figure: one }) => ({ name, value: one?.value ?? null }));
  return (
    <div className="figure-card">
      <dt>{label}</dt>
      <dd className="figure-value">
        {figure.total === undefined ? (
          '–'
        ) : (
          <FigureText figure={figure.total} unit={unit} explain={explain} />
        )}
      </dd>
      <dd>
        <span className="figure-among">
          {isCount || figure.total === undefined
            ? '\u00A0'
            : t('figure.among', { n: format.count(figure.total.n) })}
        </span>
      </dd>
      <dd className="figure-spark">
        <Sparkline points={points} shape={isCount ? 'columns' : 'line'} />
      </dd>
      <dd>
        <span className="figure-change">{change}</span>
      </dd>
    </div>
  );
}
