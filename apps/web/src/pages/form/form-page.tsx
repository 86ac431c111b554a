import type { FormView } from '@fieldledger/contract'
import { LoadState, PageHeader } from '@fieldledger/ui'
import { Anchor, Tabs } from '@mantine/core'
import { Link, Outlet, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { useForm } from '../../data/use-form.ts'
import { WayBack } from '../../lists/way-back.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import { messages } from './messages.ts'
import { PublishForm } from './publish-form.tsx'
import { type FormDraft, useFormDraft } from './use-form-draft.ts'
import { WorkflowChooser } from './workflow-chooser.tsx'

export interface FormTabContext {
  form: FormView
  draft: FormDraft
}

export function FormPage() {
  const { formId = '' } = useParams()
  const form = useForm(formId)
  return (
    <LoadState
      query={form}
      retryLabel={messages.retry}
      wayBack={<WayBack to="/forms" label={messages.forms} />}
    >
      {(view) => <FormTabs key={view.id} form={view} />}
    </LoadState>
  )
}

function FormTabs({ form }: { form: FormView }) {
  const draft = useFormDraft(form)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const tab = useLocation().pathname.split('/').at(3) ?? 'fields'
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to="/forms">
            {messages.forms}
          </Anchor>
        }
        title={draft.content.name}
      >
        {tab === 'workflow' ? (
          <WorkflowChooser formId={form.id} workflowId={search.get('workflow') ?? form.id} />
        ) : (
          <PublishForm form={form} draft={draft} />
        )}
      </PageHeader>
      <DraftConflict draft={draft} />
      <Tabs value={tab} onChange={(value) => navigate(`/forms/${form.id}/${value}`)} mb="md">
        <Tabs.List aria-label={messages.parts}>
          <Tabs.Tab value="details">{messages.details}</Tabs.Tab>
          <Tabs.Tab value="fields">{messages.fields}</Tabs.Tab>
          <Tabs.Tab value="workflow">{messages.workflow}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <Outlet context={{ form, draft } satisfies FormTabContext} />
    </>
  )
}
