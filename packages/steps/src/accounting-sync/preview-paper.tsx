import { sameMoney } from '@fieldledger/accounting'
import { DateText, Money } from '@fieldledger/ui'
import { Badge, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { LedgerPreview } from '../views/drawer-data.ts'
import { messages } from './messages.ts'
import { PreviewLines } from './preview-lines.tsx'
import styles from './preview-paper.module.css'

const words = messages.preview

/** The ledger's document on a sheet of paper: head, lines, totals compared, notes, problems. */
export function PreviewPaper({ document }: { document: LedgerPreview }) {
  const agrees = sameMoney(document.net, document.formNet)
  return (
    <article className={styles.paper} aria-label={document.documentLabel}>
      <header className={styles.head}>
        <Text fw={650}>{document.documentLabel}</Text>
        <Text size="sm" c="dimmed" className="numeric">
          {document.number}
        </Text>
      </header>
      <dl className={styles.facts}>
        <Fact label={words.vendor}>
          {document.vendor?.name ?? words.vendorMissing}
          {document.vendor !== null && !document.vendor.linked && (
            <Badge ml={6} color="yellow" size="sm">
              {words.notLinked}
            </Badge>
          )}
        </Fact>
        {document.date !== null && (
          <Fact label={words.date}>
            <DateText value={document.date} />
          </Fact>
        )}
        {document.dueDate !== null && (
          <Fact label={words.dueDate}>
            <DateText value={document.dueDate} />
          </Fact>
        )}
        {document.terms !== null && <Fact label={words.terms}>{document.terms}</Fact>}
        {document.employee !== null && <Fact label={words.employee}>{document.employee}</Fact>}
        {document.memo !== null && <Fact label={words.memo}>{document.memo}</Fact>}
        {document.shipTo !== null && <Fact label={words.shipTo}>{document.shipTo}</Fact>}
        {document.class !== null && <Fact label={words.class}>{document.class}</Fact>}
        {document.tracking.length > 0 && <Fact label={words.tracking}>{document.tracking.join(', ')}</Fact>}
        {document.project !== null && <Fact label={words.project}>{document.project}</Fact>}
      </dl>
      <PreviewLines lines={document.lines} />
      <dl className={styles.totals}>
        <Total label={words.ledgerNet} strong>
          <Money amount={document.net} />
        </Total>
        {!sameMoney(document.total, document.net) && (
          <Total label={words.ledgerTotal} strong>
            <Money amount={document.total} />
          </Total>
        )}
        <Total label={words.formNet}>
          <Money amount={document.formNet} />
        </Total>
        <Total label={words.formTotal}>
          <Money amount={document.formTotal} />
        </Total>
      </dl>
      <div className={styles.verdict} data-agrees={agrees}>
        {agrees ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        {agrees ? words.same : words.differ}
      </div>
      {document.notes.length > 0 && (
        <List size="xs" className={styles.notes}>
          {document.notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
      )}
      {document.problems.map((problem) => (
        <div
          key={`${problem.code} ${problem.message}`}
          className={styles.problem}
          data-severity={problem.severity}
        >
          <IconAlertTriangle size={16} aria-hidden />
          <span>{problem.message}</span>
        </div>
      ))}
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Total(props: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div data-strong={props.strong === true}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
