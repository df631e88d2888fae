import { dimension } from '../../../domain/dimensions.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { explained } from '../../frame/explanation.ts';
import { Panel } from '../../frame/panel.tsx';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { changeWords } from './change-words.ts';
import { FigureCard } from './figure-card.tsx';

import type { KeyFigure } from './key-figures.ts';
import { keyFiguresTable, type ExplainFigure } from './key-figures-table.ts';
import { useKeyFigures } from './use-key-figures.ts';

const METRICS_SHOWN = [
  'hires',
  'headcount',
  'acceptance_rate',
  'intern_conversion',
  'retention_12m',
  'salary_median',
] as const;

/** How are we doing? The most important figures, each with its season against the last. */
export function KeyFiguresPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { filters } = useFilters();
  const { state, figures, season, isLatest, degree, asOfBefore } = useKeyFigures(filters);
  const degreeName =
    degree === null ? '' : (dimension('degree').codes?.[degree]?.[language] ?? degree);

  const labelOf = ({ metric: id }: KeyFigure) => {
    const label = metric(id).label[language];
    return id === 'salary_median' && degreeName !== ''
      ? t('figure.within', { label, degree: degreeName })
      : label;
  };
  const changeOf = (figure: KeyFigure) =>
    season === null
      ? ''
      : changeWords(figure.change, metric(figure.metric).unit, season, isLatest, format, t);
  const labels = {
    figure: t('keyFigures.figure'),
    total: t('keyFigures.total'),
    before:
      season === null
        ? t('keyFigures.before')
        : t('keyFigures.beforeSeason', { season: String(season - 1) }),
    change: t('keyFigures.change'),
  };
  const explainOf: ExplainFigure = ({ metric: id }, key, asOf) => {
    const within =
      id === 'salary_median' && degree !== null ? { ...filters, degree: [degree] } : filters;
    return explained(id, within, key, asOf);
  };
  const nobody = figures !== null && figures.every(({ total }) => (total?.n ?? 0) === 0);

  return (
    <Panel
      id="key-figures"
      question={t('keyFigures.question')}
      metrics={METRICS_SHOWN}
      state={state}
      skeleton="cards"
      table={
        figures === null
          ? null
          : keyFiguresTable(nobody ? [] : figures, labels, {
              labelOf,
              changeOf,
              explainOf,
              season,
              asOfBefore,
            })
      }
    >
      <dl className="figure-cards">
        {(figures ?? []).map((figure) => (
          <FigureCard
            key={figure.metric}
            label={labelOf(figure)}
            figure={figure}
            explain={explainOf(figure)}
            change={changeOf(figure)}
          />
        ))}
      </dl>
    </Panel>
  );
}
