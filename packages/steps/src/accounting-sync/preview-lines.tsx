import { Money, UnitPrice } from '@fieldledger/ui'
import { Badge } from '@mantine/core'
import type { LedgerPreviewLine } from '../views/drawer-data.ts'
import { messages } from './messages.ts'
import styles from './preview-paper.module.css'

const words = messages.preview

/** Every line badged Item or Category, and which rule gave its account. */
export function PreviewLines({ lines }: { lines: readonly LedgerPreviewLine[] }) {
  return (
    <table className={styles.lines} aria-label={words.lines}>
      <thead>
        <tr>
          <th>{words.kindColumn}</th>
          <th>{words.lineColumn}</th>
          <th className={styles.number}>{words.quantityColumn}</th>
          <th className={styles.number}>{words.amountColumn}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <Badge color={line.kind === 'item' ? 'teal' : 'indigo'} size="sm" className={styles.kind ?? ''}>
                {line.kind === 'item' ? words.item : words.category}
              </Badge>
            </td>
            <td>
              <div>{line.description}</div>
              <div className={styles.under}>{whereItGoes(line)}</div>
              {line.taxCode === undefined ? null : (
                <div className={styles.under}>{words.taxCode(line.taxCode.name ?? line.taxCode.id)}</div>
              )}
            </td>
            <td className={styles.number}>
              <div>{line.quantity}</div>
              {line.quantity !== '' && line.unitPrice !== '' && (
                <div className={styles.under}>
                  {words.times} <UnitPrice value={line.unitPrice} />
                </div>
              )}
            </td>
            <td className={styles.number}>
              {line.amount === null ? words.priceMissing : <Money amount={line.amount} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whereItGoes(line: LedgerPreviewLine): string {
  if (line.kind === 'item')
    return [line.item?.name, line.itemToCreate === true ? words.itemCreated : undefined]
      .filter((part) => part !== undefined)
      .join(', ')
  if (line.account === undefined) return words.noAccount
  const account = line.account.name ?? line.account.id
  return line.accountRule === undefined ? account : `${account}, ${messages.accountRules[line.accountRule]}`
}
