import { Alert, Button, Select, Stack, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useDrawerData } from '../views/drawer-data.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { AccountingSyncConfig } from './definition.ts'
import { messages } from './messages.ts'
import { StepProblem } from './step-problem.tsx'

/** Which ledger company the step sends to; asked only where there are several. */
export function ConnectionPicker(props: {
  config: AccountingSyncConfig
  onChange(config: AccountingSyncConfig): void
}) {
  const { config, onChange } = props
  const { connections, goTo, problems } = useDrawerData()
  const problem = useProblemAt('connectionId')
  const ofProvider = connections.filter(
    ({ provider, state }) => provider === config.provider && state === 'active',
  )
  const unfit = problems.find(({ code }) => code === 'form-type-without-document')
  if (unfit === undefined && ofProvider.length === 1) return null
  return (
    <Stack gap="sm" data-place="connectionId">
      {unfit !== undefined && (
        <StepProblem
          message={unfit.message}
          cure={messages.toDetails}
          onCure={() => goTo({ to: 'details' })}
        />
      )}
      {ofProvider.length === 0 && (
        <Alert color="orange" icon={<IconPlugConnected size={18} />}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{problem}</Text>
            <Button size="xs" onClick={() => goTo({ to: 'connect', provider: config.provider })}>
              {messages.connect(config.providerLabel)}
            </Button>
          </Stack>
        </Alert>
      )}
      {ofProvider.length > 1 && (
        <Select
          label={messages.connection}
          placeholder={messages.chooseConnection}
          data={ofProvider.map(({ id, name, environment }) => ({
            value: id,
            label: environment === 'practice' ? `${name} (${messages.practice})` : name,
          }))}
          value={config.connectionId ?? null}
          onChange={(connectionId) => connectionId !== null && onChange({ ...config, connectionId })}
          error={problem}
          withAsterisk
        />
      )}
    </Stack>
  )
}
