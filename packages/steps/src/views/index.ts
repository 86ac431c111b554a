export { MappingSlider, type MappingToEdit } from '../accounting-sync/mapping-slider.tsx'
export * from './drawer-data.ts'
export type { StepCardProps, StepDrawerProps, StepIconProps, StepView } from './step-view.ts'
export { stepView, stepViews } from './step-views.ts'
