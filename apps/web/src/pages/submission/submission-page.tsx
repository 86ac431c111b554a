import type { SubmissionView } from '@fieldledger/contract'
import { LoadState, PageHeader, Panel } from '@fieldledger/ui'
import { Anchor, Stack } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useSubmission } from '../../data/use-submission.ts'
import { WayBack } from '../../lists/way-back.tsx'
import { BeforeSending } from '../../preflight/before-sending.tsx'
import { LinksPanel } from './links-panel.tsx'
import { messages } from './messages.ts'
import { OpenTasks } from './open-tasks.tsx'
import { StatusPanel } from './status-panel.tsx'
import classes from './submission-page.module.css'
import { SubmissionTabs } from './submission-tabs.tsx'
import { ValueList } from './value-list.tsx'

export function SubmissionPage() {
  const { submissionId = '' } = useParams()
  const submission = useSubmission(submissionId)
  return (
    <LoadState
      query={submission}
      retryLabel={messages.retry}
      wayBack={<WayBack to="/submissions" label={messages.back} />}
    >
      {(view) => <SubmissionParts submission={view} />}
    </LoadState>
  )
}

function SubmissionParts({ submission }: { submission: SubmissionView }) {
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to="/submissions">
            {messages.back}
          </Anchor>
        }
        title={`${submission.number ?? messages.numberFollows} · ${submission.formName}`}
        hint={submission.vendorName}
      />
      <OpenTasks submissionId={submission.id} />
      <div className={classes.columns}>
        <Stack gap="md" style={{ minWidth: 0 }}>
          <Panel title={submission.content.name}>
            <ValueList submission={submission} />
          </Panel>
          <BeforeSending submission={submission} />
          <LinksPanel submissionId={submission.id} />
          <SubmissionTabs submission={submission} />
        </Stack>
        <div className={classes.side}>
          <StatusPanel submission={submission} />
        </div>
      </div>
    </>
  )
}
