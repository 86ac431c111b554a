import type { Problem } from '@fieldledger/workflow'
import { Badge, Button, Popover, ScrollArea, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useEditor } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import styles from './problems-list.module.css'

/** What stands in the way of publishing; each entry opens the step at the field that cures it. */
export function ProblemsButton() {
  const [opened, setOpened] = useState(false)
  const problems = useEditor((state) => state.problems)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(400px, calc(100vw - 24px))"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          px="sm"
          aria-label={messages.problems.open(problems.length)}
          onClick={() => setOpened(!opened)}
        >
          <span className={styles.face}>
            {problems.length === 0 ? <IconCircleCheck size={16} /> : <IconAlertTriangle size={16} />}
            <span className={styles.word}>{messages.problems.title}</span>
            {problems.length > 0 && (
              <Badge size="sm" variant="filled" circle color={errors > 0 ? 'red.8' : 'gray.7'}>
                {problems.length}
              </Badge>
            )}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <ScrollArea.Autosize mah="60vh">
          <ProblemsList problems={problems} onChoose={() => setOpened(false)} />
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

export function ProblemsList(props: { problems: readonly Problem[]; onChoose(): void }) {
  const steps = useEditor(({ history }) => history.graph.steps)
  const configure = useEditor((state) => state.configure)
  if (props.problems.length === 0)
    return (
      <Text size="sm" p="sm">
        {messages.problems.none}
      </Text>
    )
  return (
    <ul className={styles.list}>
      {props.problems.map((problem) => {
        const step = problem.stepId === undefined ? undefined : steps[problem.stepId]
        return (
          <li key={`${problem.stepId} ${problem.code} ${problem.place} ${problem.message}`}>
            <button
              type="button"
              className={styles.entry}
              data-severity={problem.severity}
              disabled={step === undefined}
              onClick={() => {
                props.onChoose()
                configure(problem.stepId, problem.place)
              }}
            >
              <IconAlertTriangle size={17} aria-hidden />
              <span>
                <span className={styles.where}>
                  {step?.name ?? messages.problems.workflow} · {messages.problems.severity[problem.severity]}
                </span>
                <span className={styles.message}>{problem.message}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
