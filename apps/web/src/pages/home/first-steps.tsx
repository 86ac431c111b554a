import { Panel, StatusBadge } from '@fieldledger/ui'
import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import classes from './home-page.module.css'
import { messages } from './messages.ts'
import { type FirstStep, useFirstSteps } from './use-first-steps.ts'

/** The admin's way in: four steps with a picture each, ticked as they are done (S4-25). */
export function FirstSteps() {
  const steps = useFirstSteps()
  if (steps === undefined || steps.every(({ done }) => done)) return null
  const done = steps.filter((step) => step.done).length
  return (
    <Panel title={messages.first} aside={<Text c="dimmed">{messages.progress(done)}</Text>}>
      <Stack>
        <Text c="dimmed">{messages.firstHint}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
          {steps.map((step) => (
            <StepCard key={step.name} step={step} />
          ))}
        </SimpleGrid>
      </Stack>
    </Panel>
  )
}

function StepCard({ step }: { step: FirstStep }) {
  const { title, hint, button } = messages.steps[step.name]
  return (
    <li className={classes.step}>
      <img className={classes.picture} src={`/first-steps/${step.name}.svg`} alt="" />
      <Text fw={620}>{title}</Text>
      <Text size="sm" c="dimmed" style={{ flex: 1 }}>
        {hint}
      </Text>
      {step.done ? (
        <StatusBadge tone="good" word={messages.done} />
      ) : (
        <Button component={Link} to={step.to} size="xs" variant="light" w="fit-content">
          {button}
        </Button>
      )}
    </li>
  )
}
