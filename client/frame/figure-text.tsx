import type { Unit } from '../../domain/metrics/metric.ts';
import type { Figure } from '../api/figures.ts';
import { FigureButton } from './figure-button.tsx';
import type { Explanation } from './explain-context.ts';
import { HoverTip } from './hover-tip.tsx';
import { useFormatter } from './use-formatter.ts';
import { useStanding } from './use-standing.ts';

interface FigureTextProps {
  readonly figure: Figure;
  readonly unit: Unit;
  /** What the figure is of, so that it can be explained. */
  readonly explain?: Explanation | undefined;
}

/** A metric's value, which explains itself when it is chosen. */
export function FigureText(props: FigureTextProps) {
  return (
    <FigureButton figure={props.figure} unit={props.unit} explain={props.explain}>
      <PlainFigure {...props} />
    </FigureButton>
  );
}

/** A metric's value; a missing one as a dash with its reason, one of few people lighter and marked. */
function PlainFigure({ figure, unit }: FigureTextProps) {
  const format = useFormatter();
  if (figure.value === null) return <MissingFigure figure={figure} />;
  const text = format.value(unit, figure.value);
  return figure.status === 'small' ? <SmallFigure figure={figure} text={text} /> : text;
}

function MissingFigure({ figure }: { readonly figure: Figure }) {
  const reason = useStanding()(figure);
  return (
    <HoverTip label={reason}>
      <span className="figure-missing">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{reason}</span>
      </span>
    </HoverTip>
  );
}

function SmallFigure({ figure, text }: { readonly figure: Figure; readonly text: string }) {
  const explanation = useStanding()(figure);
  return (
    <HoverTip label={explanation}>
      <span className="figure-small">
        {text}
        <span aria-hidden="true">*</span>
        <span className="visually-hidden">{` (${explanation})`}</span>
      </span>
    </HoverTip>
  );
}
