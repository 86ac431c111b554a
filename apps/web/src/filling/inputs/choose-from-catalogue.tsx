import { type ChooseCatalogue, type ChooseField, namesSeveralVendors } from '@fieldledger/forms'
import { Group, Pill, Stack } from '@mantine/core'
import { useFilling } from '../filling-context.ts'
import { messages } from '../messages.ts'
import { OneVendor } from './one-vendor.tsx'
import { SearchPicker } from './search-picker.tsx'
import { useChoices } from './use-choices.ts'
import { VendorExtras } from './vendor-extras.tsx'

/** "Choose one or more" over a catalogue. */
export function ChooseFromCatalogue(props: {
  field: ChooseField
  catalogue: ChooseCatalogue
  picked: readonly string[]
  error: string | undefined
  onChange: (picked: string[]) => void
}) {
  const { field, picked } = props
  const choices = useChoices(props.catalogue)
  const { content } = useFilling()
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? ''
  const single = field.limit === 1
  return (
    <Stack gap={6}>
      <SearchPicker
        label={field.label}
        help={field.help}
        required={field.required}
        error={props.error}
        choices={single ? choices : choices.filter(({ id }) => !picked.includes(id))}
        shown={single && picked.length === 1 ? nameOf(picked[0] ?? '') : ''}
        onPick={(id) => props.onChange(single ? [id] : [...picked, id])}
        onClear={() => props.onChange([])}
      />
      {single && picked.length < 2 ? null : (
        <Group gap={6}>
          {picked.map((id) => (
            <Pill
              key={id}
              size="lg"
              withRemoveButton
              onRemove={() => props.onChange(picked.filter((one) => one !== id))}
              removeButtonProps={{
                'aria-label': messages.remove(nameOf(id)),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {nameOf(id)}
            </Pill>
          ))}
        </Group>
      )}
      <OneVendor tooMany={namesSeveralVendors(content, { field, picked })} />
      {props.catalogue === 'vendors' ? <VendorExtras field={field} vendorId={picked[0]} /> : null}
    </Stack>
  )
}
