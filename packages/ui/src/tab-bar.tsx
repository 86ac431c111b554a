import { Badge, Tabs } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './tab-bar.module.css'

export interface TabOfBar {
  value: string
  label: string
  /** How many wait behind it. */
  count?: number
}

/** The heads of a page's tabs: where they do not fit, the open one is in sight and the edge shows that there are more. */
export function TabBar(props: { label: string; tabs: readonly TabOfBar[]; open: string }) {
  const bar = useRef<HTMLDivElement>(null)
  const { open } = props
  useEffect(() => {
    const head = bar.current?.querySelector<HTMLElement>(`[data-tab="${open}"]`)
    if (bar.current === null || !head) return
    bar.current.scrollLeft = head.offsetLeft - (bar.current.clientWidth - head.offsetWidth) / 2
  }, [open])
  return (
    <Tabs.List ref={bar} aria-label={props.label} className={classes.bar}>
      {props.tabs.map(({ value, label, count = 0 }) => (
        <Tabs.Tab
          key={value}
          value={value}
          data-tab={value}
          rightSection={
            count === 0 ? null : (
              <Badge size="sm" color="yellow">
                {count}
              </Badge>
            )
          }
        >
          {label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  )
}
