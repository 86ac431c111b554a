import type { FormContent, FormType } from '@fieldledger/forms'
import { Panel } from '@fieldledger/ui'
import { formTypeName } from '@fieldledger/workflow'
import { Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useOutletContext } from 'react-router'
import { formTypes } from '../forms/form-types.ts'
import { ArchiveForm } from './archive-form.tsx'
import type { FormTabContext } from './form-page.tsx'
import { messages } from './messages.ts'
import { NumberingPanel } from './numbering/numbering-panel.tsx'

export function DetailsTab() {
  const { form, draft } = useOutletContext<FormTabContext>()
  const { content } = draft
  const set = (part: Partial<FormContent>) => draft.change({ ...content, ...part })
  const describe = (description: string) => {
    const { description: _, ...rest } = content
    draft.change(description === '' ? rest : { ...rest, description })
  }
  return (
    <Stack maw={640}>
      <Panel>
        <Stack>
          <TextInput
            label={messages.name}
            required
            maxLength={120}
            value={content.name}
            onChange={(event) => set({ name: event.currentTarget.value || content.name })}
          />
          <Textarea
            label={messages.description}
            autosize
            minRows={2}
            maxLength={1000}
            value={content.description ?? ''}
            onChange={(event) => describe(event.currentTarget.value)}
          />
          <Select
            label={messages.type}
            description={messages.typeHint}
            value={content.type}
            data={formTypes.map((value) => ({ value, label: formTypeName(value) }))}
            onChange={(type) => set({ type: (type ?? content.type) as FormType })}
          />
        </Stack>
      </Panel>
      <NumberingPanel content={content} onChange={(numbering) => set({ numbering })} />
      <ArchiveForm form={form} />
    </Stack>
  )
}
