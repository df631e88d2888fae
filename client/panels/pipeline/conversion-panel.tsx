import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { CONVERSION_FACTORS, type ConversionFactor } from '../../../domain/pipeline/rates.ts';
import type { Figure } from '../../api/figures.ts';
import { dimension } from '../../../domain/dimensions.ts';
import { cohortOptions } from '../../api/pipeline.ts';
import { FigureText } from '../../frame/figure-text.tsx';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { conversionTable, numerator } from './conversion-table.ts';
import { usePipelineView } from './use-pipeline-view.ts';

const SIGN_BEFORE = {
  offered: null,
  decided: '×',
  accepted: '×',
  conversion: '=',
} as const satisfies Record<ConversionFactor, string | null>;

/** One factor: its value, its name, and the numbers it is made of. */
function Factor({ id, figure }: { readonly id: ConversionFactor; readonly figure: Figure }) {
  const { t } = useTranslation();
  const format = useFormatter();
  return (
    <div className={id === 'conversion' ? 'factor product' : 'factor'}>
      <dt>{t(`stages.conversion.${id}`)}</dt>
      <dd className="figure-value">
        <FigureText figure={figure} unit="percent" />
      </dd>
      <dd>
        <Text size="sm" c="dimmed" component="span">
          {t('stages.conversion.of', {
            x: format.count(numerator(figure)),
            n: format.count(figure.n),
          })}
        </Text>
      </dd>
    </div>
  );
}

/** What becomes of interns? Offered × decided × accepted = conversion, with the numbers of each. */
export function ConversionPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters } = useFilters();
  const { by } = usePipelineView();
  const answer = useQuery(cohortOptions(by, filters));
  const shownBy = answer.data?.by ?? by;
  const labels = {
    group: dimension(shownBy).label[language],
    all: t('stages.conversion.all'),
    eligible: t('stages.conversion.eligible'),
    factor: (id: ConversionFactor) => t(`stages.conversion.${id}`),
  };
  const conversion = answer.data?.total.conversion;
  return (
    <Panel
      id="conversion"
      question={t('stages.conversion.question')}
      metrics={['intern_conversion', 'intern_offer_rate']}
      state={panelState(answer)}
      skeleton="bars"
      table={answer.data === undefined ? null : conversionTable(answer.data, labels, language)}
      note={t('stages.conversion.note')}
    >
      <dl className="factors">
        {conversion === undefined
          ? null
          : CONVERSION_FACTORS.map((id) => (
              <Fragment key={id}>
                {SIGN_BEFORE[id] === null ? null : (
                  <div className="factor-sign" aria-hidden="true">
                    <dt className="visually-hidden">{SIGN_BEFORE[id]}</dt>
                    <dd>{SIGN_BEFORE[id]}</dd>
                  </div>
                )}
                <Factor id={id} figure={conversion[id]} />
              </Fragment>
            ))}
      </dl>
    </Panel>
  );
}
