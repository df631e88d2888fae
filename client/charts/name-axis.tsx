import { YAxis } from 'recharts';
import { BarName, BarNamesContext } from './bar-name.tsx';
import { fitText, textWidth } from './chart-text.ts';

/** The names of horizontal bars as they fit, and how wide they are in pixels, the gap to the bars included. */
export interface BarNames {
  readonly names: readonly string[];
  readonly width: number;
  readonly fontSize: number;
}

const GAP = 12;

/** How wide the widest of some texts is, with a gap beside it; the gap alone where there is none. */
export function widestText(texts: readonly string[], fontSize: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, fontSize)))) + GAP;
}

/**
 * Names cut to what fits.
 * @param widest in sizes of the text.
 * @param ending what stands after each name and is never cut.
 */
export function barNames(
  labels: readonly string[],
  widest: number,
  fontSize: number,
  ending: (index: number) => string = () => '',
): BarNames {
  const names = labels.map(
    (label, index) => fitText(label, widest * fontSize, fontSize) + ending(index),
  );
  return { names, width: widestText(names, fontSize), fontSize };
}

const NAME = <BarName />;

/** The axis of horizontal bars: a name for each, by the id of its item. */
export function NameAxis(names: BarNames) {
  return (
    <BarNamesContext value={names}>
      <YAxis
        type="category"
        dataKey="id"
        width={names.width}
        interval={0}
        tick={NAME}
        tickLine={false}
        axisLine={false}
      />
    </BarNamesContext>
  );
}
