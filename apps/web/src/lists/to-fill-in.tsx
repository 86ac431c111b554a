import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'

/** What fills an empty list of submissions or runs. */
export function ToFillIn() {
  const maySubmit = useMay('form.submit')
  return maySubmit ? (
    <Button component={Link} to="/my-forms">
      {messages.fillIn}
    </Button>
  ) : null
}
