import type { TargetDescription } from '@fieldledger/workflow'
import { Input, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useDrawerData } from '../views/drawer-data.ts'
import { convertibleFields } from './convertible-fields.ts'
import { messages } from './messages.ts'
import { StepProblem } from './step-problem.tsx'

/** The form has no field for this target: a sentence, and the one click that cures it where there is one. */
export function NoFittingField({ target, place }: { target: TargetDescription; place: string }) {
  const { form, goTo, convertVendorField } = useDrawerData()
  const [failure, setFailure] = useState<string>()
  const field = target.target === 'vendor' ? convertibleFields(form)[0] : undefined
  if (!target.required)
    return (
      <Stack gap={2} data-place={place}>
        <Text size="sm" fw={500}>
          {target.label}
        </Text>
        <Text size="xs" c="dimmed">
          {messages.nothingFits(target.label, target.fits)}
        </Text>
      </Stack>
    )
  return (
    <Stack gap={6} data-place={place}>
      <Input.Label required labelElement="div">
        {target.label}
      </Input.Label>
      {field === undefined ? (
        <StepProblem
          message={messages.nothingFits(target.label, target.fits)}
          cure={messages.toFields}
          onCure={() => goTo({ to: 'fields' })}
        />
      ) : (
        <StepProblem
          message={failure ?? messages.nothingFitsYet(target.label)}
          cure={messages.convert(field.label)}
          onCure={() =>
            void convertVendorField(field.id).catch((error: unknown) =>
              setFailure(error instanceof Error ? error.message : String(error)),
            )
          }
        />
      )}
    </Stack>
  )
}
