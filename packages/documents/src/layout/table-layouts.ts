import type { CustomTableLayout } from 'pdfmake/interfaces'

const grey = '#c9d2d6'

/** How the tables of the layout are ruled, by their names in it. */
export const tableLayouts: Record<string, CustomTableLayout> = {
  lines: {
    hLineWidth: (row, { table }) => (row === 0 || row === 1 || row === table.body.length ? 0.8 : 0.4),
    vLineWidth: () => 0,
    hLineColor: () => grey,
    paddingTop: () => 4,
    paddingBottom: () => 3,
    paddingLeft: () => 4,
    paddingRight: () => 4,
  },
  facts: {
    hLineWidth: () => 0.8,
    vLineWidth: () => 0,
    hLineColor: () => grey,
    paddingTop: () => 5,
    paddingBottom: () => 4,
    paddingLeft: () => 0,
    paddingRight: () => 8,
  },
}
