import { Input, SegmentedControl } from '@mantine/core'
import { messages } from '../messages.ts'

export function YesNoInput(props: {
  label: string
  help: string | undefined
  required: boolean | undefined
  error: string | undefined
  value: boolean | undefined
  onChange: (value: boolean) => void
}) {
  const shown = props.value === undefined ? '' : props.value ? 'yes' : 'no'
  return (
    <Input.Wrapper
      size="md"
      label={props.label}
      description={props.help}
      withAsterisk={props.required ?? false}
      error={props.error}
      labelElement="div"
    >
      <div>
        <SegmentedControl
          mt={6}
          size="md"
          miw={180}
          aria-label={props.label}
          value={shown}
          onChange={(value) => props.onChange(value === 'yes')}
          data={[
            { value: 'yes', label: messages.yes },
            { value: 'no', label: messages.no },
          ]}
        />
      </div>
    </Input.Wrapper>
  )
}
