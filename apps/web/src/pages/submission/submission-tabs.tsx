import type { SubmissionView } from '@fieldledger/contract'
import { TabBar } from '@fieldledger/ui'
import { Paper, Tabs } from '@mantine/core'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { useTimeline } from '../../live/use-timeline.ts'
import { useMay } from '../../session/me-context.ts'
import { ChangesTab } from './changes/changes-tab.tsx'
import { CommentBox } from './comment-box.tsx'
import { FilesTab } from './files-tab.tsx'
import { messages } from './messages.ts'
import { NotSentNotes } from './not-sent-notes.tsx'
import { RunTab } from './run-tab.tsx'
import { SyncLogTab } from './sync-log-tab.tsx'
import { Timeline } from './timeline.tsx'

export function SubmissionTabs({ submission }: { submission: SubmissionView }) {
  const [tab, setTab] = useSearchFilter('tab')
  const mayReadLog = useMay('sync-log.read')
  const revised = submission.revision > 1
  const timeline = useTimeline(submission.id)
  const tabs = [
    { value: 'timeline', label: messages.timeline },
    ...(revised ? [{ value: 'changes', label: messages.changes }] : []),
    ...(mayReadLog ? [{ value: 'logs', label: messages.logs }] : []),
    { value: 'files', label: messages.files },
    { value: 'run', label: messages.run },
  ]
  // An address that was shortened or is of another kind of form still shows something.
  const open = tabs.some(({ value }) => value === tab) ? tab : 'timeline'
  return (
    <Paper style={{ background: 'var(--surface)' }}>
      <Tabs
        value={open}
        onChange={(value) => setTab(value === 'timeline' ? '' : (value ?? ''))}
        keepMounted={false}
      >
        <TabBar label={messages.parts} tabs={tabs} open={open} />
        <Tabs.Panel value="timeline" p="md">
          <Timeline {...timeline} />
          <CommentBox submissionId={submission.id} />
        </Tabs.Panel>
        {revised ? (
          <Tabs.Panel value="changes" p="md">
            <ChangesTab submission={submission} />
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel value="logs" p="md">
          <NotSentNotes submission={submission} />
          <SyncLogTab submissionId={submission.id} />
        </Tabs.Panel>
        <Tabs.Panel value="files" p="md">
          <FilesTab submission={submission} />
        </Tabs.Panel>
        <Tabs.Panel value="run" p="md">
          <RunTab runId={submission.runId} submissionId={submission.id} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  )
}
