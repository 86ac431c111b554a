export * from './drawer-data.ts'
export { stepView, stepViews } from './step-views.ts'
export type { StepCardProps, StepDrawerProps, StepIconProps, StepView } from './step-view.ts'
