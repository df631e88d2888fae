/** One value of one layer. */
export interface FlowItem {
  readonly id: string;
  readonly label: string;
  readonly layer: number;
  readonly value: number;
  readonly color: string;
  readonly pickable: boolean;
}
