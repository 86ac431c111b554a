import { Button } from '@mantine/core'
import { Link } from 'react-router'

/** Beside what cannot be shown: to the list that it would stand in. */
export function WayBack({ to, label }: { to: string; label: string }) {
  return (
    <Button component={Link} to={to} size="xs" variant="default">
      {label}
    </Button>
  )
}
