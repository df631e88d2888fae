import { dimension } from '../../../domain/dimensions.ts';
import { metric } from '../../../domain/metrics/registry.ts';
import { Panel } from '../../frame/panel.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { comparedFigures, ratesApart, type ComparedFigure } from './compared-figures.ts';
import { ComparisonRows } from './comparison-rows.tsx';
import { comparisonTable } from './comparison-tables.ts';
import { COMPARED, type Compared } from './use-compared.ts';

interface FiguresPanelProps {
  readonly id: string;
  readonly question: string;
  readonly compared: Compared;
  /** What the two selections are called. */
  readonly names: { readonly own: string; readonly other: string };
  readonly note: string;
}

/** How do two selections differ? Their figures side by side, with what chance explains of the difference. */
export function FiguresPanel({ id, question, compared, names, note }: FiguresPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { state, first, second, degree, pay, otherPay } = compared;
  const figures =
    first !== undefined && second !== undefined
      ? [
          ...comparedFigures(COMPARED, first.total, second.total),
          ...comparedFigures(
            ['salary_median'],
            pay === undefined ? {} : { salary_median: pay },
            otherPay === undefined ? {} : { salary_median: otherPay },
          ),
        ]
      : null;
  const labels = {
    ...names,
    figure: t('comparison.figure'),
    difference: t('comparison.difference'),
  };
  const degreeName = degree === null ? undefined : dimension('degree').codes?.[degree]?.[language];
  const labelOf = ({ metric: name }: ComparedFigure) => {
    const label = metric(name).label[language];
    return name === 'salary_median' && degreeName !== undefined
      ? t('comparison.within', { label, degree: degreeName })
      : label;
  };
  const differenceOf = ({ metric: name, difference }: ComparedFigure) =>
    difference === null ? '' : format.change(metric(name).unit, difference);
  const apart = figures === null ? null : ratesApart(figures);
  const list = (apart ?? [])
    .map((figure) =>
      t('comparison.item', { metric: labelOf(figure), change: differenceOf(figure) }),
    )
    .join(language === 'zh' ? '、' : ', ');
  const answer =
    apart === null
      ? null
      : apart.length === 0
        ? t('comparison.answerNothing')
        : t('comparison.answerApart', { list });

  return (
    <Panel
      id={id}
      question={question}
      metrics={[...COMPARED, 'salary_median']}
      state={state}
      skeleton="table"
      table={figures === null ? null : comparisonTable(figures, labels, labelOf, differenceOf)}
      answer={answer}
      note={note}
      isTable
    >
      <ComparisonRows
        caption={question}
        figures={figures ?? []}
        labels={labels}
        labelOf={labelOf}
        explainOf={compared.explainOf}
      />
    </Panel>
  );
}
