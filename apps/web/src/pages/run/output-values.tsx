import { Anchor, Code, Table } from '@mantine/core'
import { messages, outputNames } from './messages.ts'
import classes from './run-room.module.css'

/** What a step left: a few values as people read them, anything deeper as it is. */
export function OutputValues({ output }: { output: unknown }) {
  const values = typeof output === 'object' && !Array.isArray(output) ? Object.entries(output ?? {}) : []
  if (values.length === 0 || !values.every(([, value]) => isPlain(value)))
    return (
      <Code block className={classes.value ?? ''}>
        {JSON.stringify(output, null, 2)}
      </Code>
    )
  return (
    <Table fz="sm" verticalSpacing={4} layout="fixed">
      <Table.Tbody>
        {values.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th fw={500} className={classes.used ?? ''}>
              {outputNames[name] ?? name}
            </Table.Th>
            <Table.Td className={classes.used ?? ''}>{shown(name, value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function shown(name: string, value: unknown) {
  if (typeof value === 'boolean') return value ? messages.yes : messages.no
  const text = value === null || value === '' ? messages.empty : String(value)
  return name === 'url' && /^https?:/.test(text) ? (
    <Anchor inherit href={text} target="_blank" rel="noreferrer">
      {messages.openThere}
    </Anchor>
  ) : (
    text
  )
}
