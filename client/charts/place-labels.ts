/** A point that has a label, in pixels. */
export interface LabeledPoint {
  readonly x: number;
  readonly y: number;
  /** How wide its text is. */
  readonly width: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands: its text from `x` to `x + width`, its middle at `y`. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  /** Whether it stands so far off that a line has to lead to it. */
  readonly isApart: boolean;
}

const GAP = 11;
const STEPS = [0, -1, 1, -2, 2, -3, 3, -4, 4];

const overlap = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Places labels beside their points so that none covers another: right or left of the point, else up to four lines
 * above or below. Other points are kept free where possible.
 * @param labeled in order of importance: the first gets the best place
 * @param obstacles all points of the chart, with their radius
 * @param area where labels may stand
 * @param line height of a line of text
 * @returns a place for each, or null where there is none left
 */
export function placeLabels(
  labeled: readonly LabeledPoint[],
  obstacles: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  area: Area,
  line: number,
): (PlacedLabel | null)[] {
  const taken: Area[] = [];
  const marks = obstacles.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const isInside = (box: Area) =>
    box.x >= area.x &&
    box.x + box.width <= area.x + area.width &&
    box.y >= area.y &&
    box.y + box.height <= area.y + area.height;
  return labeled.map(({ x, y, width }) => {
    const free = STEPS.flatMap((step) =>
      [x + GAP, x - GAP - width].map((left) => ({
        step,
        box: { x: left, y: y + step * line - line / 2, width, height: line },
      })),
    ).filter(({ box }) => isInside(box) && !taken.some((other) => overlap(box, other)));
    const clear = free.find(({ box }) => !marks.some((mark) => overlap(box, mark)));
    const chosen = clear ?? free[0];
    if (chosen === undefined) return null;
    taken.push(chosen.box);
    const { box, step } = chosen;
    return { x: box.x, y: box.y + line / 2, isApart: step !== 0 };
  });
}
