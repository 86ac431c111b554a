import { ClearableSelect } from '@fieldledger/ui'
import { Alert, Checkbox, Stack } from '@mantine/core'
import { peopleFields } from '../people-fields.ts'
import { useDrawerData } from '../views/drawer-data.ts'
import { messages as words } from '../views/messages.ts'
import { RecipientsInput } from '../views/recipients-input.tsx'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { ApprovalConfig } from './definition.ts'
import { messages } from './messages.ts'

/** Roles and people by name, whoever a field of the form names, and the submitter's supervisor. */
export function DeciderInputs(props: { config: ApprovalConfig; onChange(config: ApprovalConfig): void }) {
  const { config, onChange } = props
  const { form } = useDrawerData()
  const fieldProblem = useProblemAt('approverField')
  const supervisorProblem = useProblemAt('supervisor')
  const fields = peopleFields(form)
  const { approverField, ...withoutField } = config
  return (
    <Stack gap="sm">
      <RecipientsInput
        place="approvers"
        label={messages.approvers}
        value={config.approvers}
        submitter={false}
        onChange={(approvers) => onChange({ ...config, approvers })}
      />
      <ClearableSelect
        data-place="approverField"
        label={messages.field}
        description={fields.length === 0 ? messages.noField : undefined}
        placeholder={messages.chooseField}
        data={fields.map(({ id, label }) => ({ value: id, label }))}
        value={approverField ?? null}
        onChange={(field) => onChange(field === null ? withoutField : { ...config, approverField: field })}
        error={fieldProblem}
        disabled={fields.length === 0 && approverField === undefined}
        clearLabel={words.clear}
      />
      <Stack gap={4} data-place="supervisor">
        <Checkbox
          label={messages.supervisor}
          description={messages.supervisorHint}
          checked={config.supervisor === true}
          onChange={(event) => onChange({ ...config, supervisor: event.currentTarget.checked })}
        />
        {supervisorProblem === undefined ? null : (
          <Alert color="yellow" py={6} role="status">
            {supervisorProblem}
          </Alert>
        )}
      </Stack>
    </Stack>
  )
}
