import { Alert, Button, Group } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { messages } from './messages.ts'

/** A fault in one page never takes the rail away. */
export class ErrorGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Alert color="red" role="alert">
        <Group justify="space-between">
          {messages.crashed}
          <Button size="xs" onClick={() => location.reload()}>
            {messages.reload}
          </Button>
        </Group>
      </Alert>
    )
  }
}
