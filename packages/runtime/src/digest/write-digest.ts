/** What there is to say to one person. */
export interface DigestFacts {
  /** Causes, each with how many forms it holds. */
  attention: readonly { cause: string; count: number }[]
  /** What is about to break in a connection, each a sentence with what to do. */
  connections: readonly string[]
  /** Titles of the tasks that wait for this person. */
  tasks: readonly string[]
  yesterday: { arrived: number; failed: number }
}

const mostLines = 10

/** The letter of a day; undefined = there is nothing to say. */
export function writeDigest(
  company: string,
  facts: DigestFacts,
): { subject: string; text: string } | undefined {
  const { attention, connections, tasks, yesterday } = facts
  const held = attention.reduce((sum, { count }) => sum + count, 0)
  const { arrived, failed } = yesterday
  if (held + tasks.length + arrived + failed + connections.length === 0) return undefined
  const summary = [
    ...(held === 0 ? [] : [`${forms(held)} ${held === 1 ? 'needs' : 'need'} attention`]),
    ...(connections.length === 0
      ? []
      : [
          connections.length === 1
            ? '1 connection asks for you'
            : `${connections.length} things about connections ask for you`,
        ]),
    ...(tasks.length === 0
      ? []
      : [`${tasks.length === 1 ? '1 task waits' : `${tasks.length} tasks wait`} for you`]),
    ...(failed === 0 ? [] : [`${failed} failed yesterday`]),
    ...(arrived === 0 ? [] : [`${arrived} arrived yesterday`]),
  ]
  const paragraphs = [
    ...(held === 0
      ? []
      : [
          section(
            'Needs attention',
            attention.map(({ cause, count }) => `${forms(count)}: ${cause}`),
          ),
        ]),
    ...(connections.length === 0 ? [] : [section('Connections', connections)]),
    ...(tasks.length === 0 ? [] : [section('Waits for you', tasks)]),
    ...(arrived + failed === 0
      ? []
      : [`Yesterday ${forms(arrived)} arrived in a ledger and ${failed === 0 ? 'none' : failed} failed.`]),
    'You get this because the daily e-mail is switched on for you. The menu under your name in Fieldledger switches it off.',
  ]
  return { subject: `${company}: ${summary.join(', ')}`, text: paragraphs.join('\n\n') }
}

function section(title: string, lines: readonly string[]): string {
  const more = lines.length - mostLines
  return [
    `${title}:`,
    ...lines.slice(0, mostLines).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n')
}

function forms(count: number): string {
  return count === 1 ? '1 form' : `${count} forms`
}
