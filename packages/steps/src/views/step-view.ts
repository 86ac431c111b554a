import type { ComponentType } from 'react'

export interface StepCardProps<Config> {
  name: string
  config: Config
  /** One line, from the definition. */
  summary: string
  /** The ledger's logo, for a step that belongs to one. */
  logoUrl?: string
}

export interface StepDrawerProps<Config> {
  config: Config
  /** `typing` names the text field that is being typed into: successive edits of it are one undo. */
  onChange(config: Config, typing?: string): void
}

export interface StepIconProps {
  size?: number | string
  stroke?: number
}

/** How a step kind looks: its card on the canvas, its slider, its icon in the palette. */
export interface StepView<Config> {
  Icon: ComponentType<StepIconProps>
  Card: ComponentType<StepCardProps<Config>>
  Drawer: ComponentType<StepDrawerProps<Config>>
}
