/** The slider takes the whole width on a phone, else a column at the right. */
export function drawerWidth(canvasWidth: number): number {
  return canvasWidth < 700 ? canvasWidth : Math.min(460, canvasWidth * 0.5)
}
