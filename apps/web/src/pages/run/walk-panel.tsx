import type { RunWalk, StepVisit } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Anchor, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useEditor } from '../../canvas/draft/editor-context.ts'
import { messages, visitStates } from './messages.ts'
import classes from './run-room.module.css'
import { VisitFacts } from './visit-facts.tsx'

/** Every visit in the order of time; or, of the step that is chosen, everything. */
export function WalkPanel({ run }: { run: RunWalk }) {
  const [chosen] = useEditor(({ selection }) => selection.steps)
  const select = useEditor((state) => state.select)
  const step = chosen === undefined ? undefined : run.graph.steps[chosen]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={classes.panel} aria-label={step?.name ?? messages.steps} data-slider tabIndex={0}>
      {step === undefined ? (
        <AllVisits run={run} onChoose={({ stepId }) => select({ steps: [stepId] })} />
      ) : (
        <Stack gap="sm">
          <Anchor component="button" type="button" size="sm" ta="left" onClick={() => select({})}>
            {messages.allSteps}
          </Anchor>
          <Title order={2}>{step.name}</Title>
          <Visits run={run} visits={run.visits.filter(({ stepId }) => stepId === chosen)} />
        </Stack>
      )}
    </section>
  )
}

function Visits({ run, visits }: { run: RunWalk; visits: readonly StepVisit[] }) {
  if (visits.length === 0) return <Text c="dimmed">{messages.notReached}</Text>
  return visits
    .toReversed()
    .map((visit) => <VisitFacts key={visit.visit} run={run} visit={visit} several={visits.length > 1} />)
}

/** Whom a waiting step waits for is one click away. */
function WaitedFor({ visit }: { visit: StepVisit }) {
  return visit.tasks
    .filter(({ state }) => state === 'open')
    .map(({ id, title }) => (
      <Text key={id} size="sm" px={8} pb={8}>
        {messages.waitsFor}{' '}
        <Anchor component={Link} to={`/tasks/${id}`} inherit>
          {title}
        </Anchor>
      </Text>
    ))
}

function AllVisits({ run, onChoose }: { run: RunWalk; onChoose: (visit: StepVisit) => void }) {
  return (
    <>
      <Title order={2}>{messages.steps}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {messages.stepsHint}
      </Text>
      {run.visits.map((visit) => (
        <Fragment key={`${visit.stepId} ${visit.visit}`}>
          <UnstyledButton className={classes.step ?? ''} onClick={() => onChoose(visit)}>
            <Text component="span">
              {run.graph.steps[visit.stepId]?.name ?? visit.stepId}
              {visit.visit > 1 ? ` · ${messages.visit(visit.visit)}` : ''}
            </Text>
            <StatusBadge {...visitStates[visit.state]} />
          </UnstyledButton>
          <WaitedFor visit={visit} />
        </Fragment>
      ))}
    </>
  )
}
