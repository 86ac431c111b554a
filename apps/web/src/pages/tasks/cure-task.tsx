import type { SubmissionView, TaskView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import type { Problem } from '@fieldledger/workflow'
import { Alert, Button, Stack } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { ResolveUnknown } from '../../cures/resolve-unknown.tsx'
import { useDone } from '../../cures/use-done.ts'
import { CureProblem } from './cure-problem.tsx'
import { messages } from './messages.ts'

/** Why a document waits, and for each cause the smallest form that cures it; then it is sent at once. */
export function CureTask({ task, submission }: { task: TaskView; submission: SubmissionView }) {
  const done = useDone()
  const navigate = useNavigate()
  const retry = () => done(() => api.post(`/submissions/${submission.id}/retry-held`), messages.retried)
  const groups = grouped(task.problems)
  return (
    <Panel title={messages.cureTitle}>
      <Stack>
        {[...groups.entries()].map(([key, problems]) => (
          <Stack key={key} gap="xs">
            {sentencesOf(problems).map((message) => (
              <Alert key={message} color="yellow" py={6}>
                {message}
              </Alert>
            ))}
            <CureProblem
              problems={problems}
              submission={submission}
              effectId={task.effectId}
              onCured={() => void retry()}
            />
          </Stack>
        ))}
        {task.kind === 'unknown' && task.effectId ? (
          <ResolveUnknown
            effectId={task.effectId}
            onCured={() => navigate(`/submissions/${submission.id}`)}
          />
        ) : isChoice(task) ? null : (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => void retry()}
          >
            {messages.tryAgain}
          </Button>
        )}
      </Stack>
    </Panel>
  )
}

// Two versions are shown side by side, which says it better.
function sentencesOf(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ cure, message }) => (cure === 'choose-version' ? [] : [message]))
}

// A choice between two is no waiting for something that may pass; one that stays there until it is opened again is.
function isChoice({ cure, problems }: Pick<TaskView, 'cure' | 'problems'>): boolean {
  if (problems.some(({ params }) => params?.fixed !== undefined)) return false
  return cure === 'choose-version' || cure === 'send-as-new'
}

// All missing prices are one form; each vendor and item is one of its own.
function groupKey({ cure, params }: Problem): string {
  return `${cure ?? ''} ${params?.vendorId ?? params?.materialId ?? params?.twinId ?? params?.remoteId ?? ''}`
}

function grouped(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = groupKey(problem)
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return groups
}
