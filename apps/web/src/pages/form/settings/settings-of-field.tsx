import type { Field } from '@fieldledger/forms'
import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { messages } from '../messages.ts'
import { ChooseSettings } from './choose-settings.tsx'
import { DefaultSetting } from './default-setting.tsx'
import { LimitSettings } from './limit-settings.tsx'
import { MaterialSettings } from './material-settings.tsx'
import { ShowWhenSetting } from './show-when-setting.tsx'
import { withPart } from './with-part.ts'

export function SettingsOfField(props: {
  field: Field
  fields: readonly Field[]
  onChange: (field: Field) => void
}) {
  const { field, onChange } = props
  return (
    <Stack gap="sm">
      <TextInput
        label={messages.label}
        required
        maxLength={200}
        value={field.label}
        onChange={(event) => onChange({ ...field, label: event.currentTarget.value || ' ' })}
        onBlur={() => onChange({ ...field, label: field.label.trim() || field.kind })}
      />
      <Textarea
        label={messages.help}
        autosize
        maxLength={1000}
        value={field.help ?? ''}
        onChange={(event) => onChange(withPart(field, { help: event.currentTarget.value || undefined }))}
      />
      {field.kind === 'section' ? null : (
        <Checkbox
          label={messages.required}
          checked={field.required ?? false}
          onChange={(event) =>
            onChange(withPart(field, { required: event.currentTarget.checked || undefined }))
          }
        />
      )}
      <DefaultSetting field={field} onChange={onChange} />
      <LimitSettings field={field} onChange={onChange} />
      {field.kind === 'choose' ? <ChooseSettings field={field} onChange={onChange} /> : null}
      {field.kind === 'material-table' ? <MaterialSettings field={field} onChange={onChange} /> : null}
      <ShowWhenSetting field={field} fields={props.fields} onChange={onChange} />
    </Stack>
  )
}
