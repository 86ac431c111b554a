import { Box, Group, Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './panel.module.css'

/** A framed part of a page with a heading of its own. */
export function Panel(props: { title?: string; aside?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <Paper
      component="section"
      aria-label={props.title}
      style={{ overflow: 'hidden', background: 'var(--surface)' }}
    >
      {props.title ? (
        <Group justify="space-between" px="md" py="xs" style={{ borderBottom: '1px solid var(--line)' }}>
          <Title order={2} style={{ flex: '1 1 0', minWidth: 'min(100%, 180px)', overflowWrap: 'anywhere' }}>
            {props.title}
          </Title>
          {props.aside}
        </Group>
      ) : null}
      <Box p={props.flush ? 0 : 'md'} className={props.flush ? classes.flush : undefined}>
        {props.children}
      </Box>
    </Paper>
  )
}
