import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

/** What is wrong, in words, with the one click that cures it. */
export function StepProblem(props: { message: string; cure?: string; onCure?(): void }) {
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={18} />} p="sm">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{props.message}</Text>
        {props.cure !== undefined && (
          <Button size="compact-sm" variant="default" {...(props.onCure ? { onClick: props.onCure } : {})}>
            {props.cure}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
