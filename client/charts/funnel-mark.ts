/** One group in a funnel plot. */
export interface FunnelMark {
  readonly id: string;
  readonly label: string;
  /** Its people, and the share of them that counts. */
  readonly n: number;
  readonly rate: number;
  readonly color: string;
  /** Drawn hollow: too few people to say anything. */
  readonly isSmall: boolean;
  /** Drawn with a ring. */
  readonly isHighlighted: boolean;
  readonly isLabeled: boolean;
  /** What is said of it under the pointer. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}
