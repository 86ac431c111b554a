import { type Both, figureRows, showFigure } from './figure-rows.ts'
import { type Further, furtherRows } from './further-rows.ts'
import type { Cost } from './watch-cost.ts'

export function printFigures(both: Both): void {
  console.log(
    '\nFive steps a run, one of them an HTTP call. Ours: API key, validation, company checks, audit. Stock Agenda: none of them.\n',
  )
  console.log(line(['', 'Fieldledger', 'stock Agenda', 'ours ÷ peer']))
  for (const row of figureRows(both)) console.log(line(row))
}

/** Where the time goes. */
export function printCost(name: string, { cpuMs, database }: Cost): void {
  const list = (part: Record<string, number>) =>
    Object.entries(part)
      .map(([what, value]) => `${what} ${showFigure(value)}`)
      .join(' · ')
  console.log(`\n${name}, for one run:`)
  console.log(`  CPU ms      ${list(cpuMs)}`)
  console.log(`  database    ${list(database)}`)
}

export function printFurther(further: Further): void {
  console.log('')
  for (const [title, said] of furtherRows(further)) console.log(`  ${title}: ${said}`)
}

function line([title = '', ...columns]: readonly string[]): string {
  return `  ${title.padEnd(50)}${columns.map((column) => column.padStart(14)).join('')}`
}
