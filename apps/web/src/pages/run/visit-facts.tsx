import type { RunWalk, StepVisit } from '@fieldledger/contract'
import { stepDefinition } from '@fieldledger/steps'
import { DateText, StatusBadge } from '@fieldledger/ui'
import { Anchor, Stack, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSurroundings } from '../../canvas/draft/editor-context.ts'
import { durationInWords, messages, visitStates } from './messages.ts'
import { OutputValues } from './output-values.tsx'
import { UsedValues } from './used-values.tsx'

/** One arrival at a step: when, what went in, what came out, every failure, and what comes next. */
export function VisitFacts({ run, visit, several }: { run: RunWalk; visit: StepVisit; several: boolean }) {
  const { form, connections, nextForms } = useSurroundings()
  const step = run.graph.steps[visit.stepId]
  const summary = step && stepDefinition(step.kind)?.summary(step.config, { form, connections, nextForms })
  const outlet =
    step &&
    stepDefinition(step.kind)
      ?.outlets(step.config)
      .find(({ id }) => id === visit.outlet)?.label
  return (
    <Stack gap="xs">
      {several ? <Title order={3}>{messages.visit(visit.visit)}</Title> : null}
      <div>
        <StatusBadge {...visitStates[visit.state]} />
      </div>
      {visit.message === undefined ? null : <Text size="sm">{visit.message}</Text>}
      <Table fz="sm" verticalSpacing={4}>
        <Table.Tbody>
          <Fact label={messages.arrived}>
            <DateText value={visit.arrivedAt} />
          </Fact>
          {visit.leftAt === undefined ? null : (
            <Fact label={messages.took}>
              {durationInWords(Date.parse(visit.leftAt) - Date.parse(visit.arrivedAt))}
            </Fact>
          )}
          {outlet === undefined ? null : <Fact label={messages.outlet}>{outlet}</Fact>}
          {visit.waitsFor === undefined ? null : (
            <Fact label={messages.waitsFor}>
              <Anchor component={Link} to={`/submissions/${visit.waitsFor.submissionId}`}>
                {visit.waitsFor.number ?? messages.numberFollows}
              </Anchor>{' '}
              {messages.atStep(visit.waitsFor.stepName)}
              {visit.waitsFor.paused ? <Text size="sm">{messages.waitsForPaused}</Text> : null}
            </Fact>
          )}
          {visit.nextAt === undefined ? null : (
            <Fact label={messages.next}>
              <DateText value={visit.nextAt} />
            </Fact>
          )}
        </Table.Tbody>
      </Table>
      <Part title={messages.input}>
        <Text size="sm">{messages.inputHint(run.revision)}</Text>
        <Text size="sm">{summary}</Text>
        <UsedValues used={visit.used} />
      </Part>
      {visit.failures.length === 0 ? null : (
        <Part title={messages.attempts}>
          {visit.failures.map(({ at, message }) => (
            <Text key={at} size="sm">
              <DateText value={at} style="time" /> {message}
            </Text>
          ))}
        </Part>
      )}
      {visit.tasks.length === 0 ? null : (
        <Part title={messages.asked}>
          {visit.tasks.map(({ id, title, state }) => (
            <Anchor key={id} component={Link} to={`/tasks/${id}`} size="sm">
              {`${title} (${state})`}
            </Anchor>
          ))}
        </Part>
      )}
      <Effects visit={visit} submissionId={run.submissionId} />
      {visit.output === undefined ? null : (
        <Part title={messages.output}>
          <OutputValues output={visit.output} />
        </Part>
      )}
    </Stack>
  )
}

function Effects({ visit, submissionId }: { visit: StepVisit; submissionId: string }) {
  if (visit.effects.length === 0) return null
  return (
    <Part title={messages.ledger}>
      {visit.effects.map(({ id, operation, state, sends, message, nextAt }) => (
        <Text key={id} size="sm">
          {`${messages.effect(operation, state)}, ${messages.sends(sends)}`}
          {message === undefined ? '' : ` · ${message}`}
          {nextAt === undefined ? null : (
            <>
              {` · ${messages.nextTry} `}
              <DateText value={nextAt} style="time" />
            </>
          )}
        </Text>
      ))}
      <Anchor component={Link} to={`/submissions/${submissionId}?tab=logs`} size="sm">
        {messages.log}
      </Anchor>
    </Part>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th fw={500}>{label}</Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={4}>
      <Title order={3}>{title}</Title>
      {children}
    </Stack>
  )
}
