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
    const list = bar.current
    const head = list?.querySelector<HTMLElement>(`[data-tab="${open}"]`)
    if (list === null || !head) return
    const centre = () => {
      list.scrollLeft = head.offsetLeft - (list.clientWidth - head.offsetWidth) / 2
    }
    centre()
    // How many wait behind a tab is known later, and makes its head wider.
    const watch = new ResizeObserver(centre)
    for (const one of list.children) watch.observe(one)
    return () => watch.disconnect()
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
