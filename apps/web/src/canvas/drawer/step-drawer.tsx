import { stepDefinition } from '@fieldledger/steps'
import { DrawerDataContext, stepView } from '@fieldledger/steps/views'
import { ActionIcon, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { changeStepSettings } from '../commands/change-step-settings.ts'
import { configureStep } from '../commands/configure-step.ts'
import { useEditor, useEditorStore, useSurroundings } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import { FailureSettings } from './failure-settings.tsx'
import { focusPlace } from './focus-place.ts'
import styles from './step-drawer.module.css'
import { StepName } from './step-name.tsx'
import { TurnSettings } from './turn-settings.tsx'
import { useDrawerDataOf } from './use-drawer-data-of.ts'

/** The slider: configures the open step from the right, beside the step, not over it. */
export function StepDrawer() {
  const configuring = useEditor((state) => state.configuring)
  return configuring === undefined ? null : (
    <OpenDrawer key={configuring.stepId} stepId={configuring.stepId} />
  )
}

function OpenDrawer({ stepId }: { stepId: string }) {
  const store = useEditorStore()
  const step = useEditor(({ history }) => history.graph.steps[stepId])
  const configuring = useEditor((state) => state.configuring)
  const editable = useEditor((state) => state.editable)
  const data = useDrawerDataOf(stepId)
  const { providers } = useSurroundings()
  const logoUrl = providers.find(({ id }) => id === step?.config.provider)?.logoUrl
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (configuring?.focus === true && panel.current !== null) focusPlace(panel.current, configuring.place)
  }, [configuring])
  useEffect(() => () => returnFocus(stepId), [stepId])

  const definition = step && stepDefinition(step.kind)
  const view = step && stepView(step.kind)
  if (step === undefined || definition === undefined || view === undefined) return null
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={messages.drawer.title(step.name)}
      className={styles.slider}
      data-slider
      tabIndex={-1}
    >
      <header className={styles.head}>
        <span className={styles.icon} aria-hidden="true">
          {logoUrl === undefined ? <view.Icon size={20} /> : <img src={logoUrl} alt="" />}
        </span>
        <StepName stepId={stepId} name={step.name} kind={definition.title} editable={editable} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={messages.drawer.close}
          onClick={() => store.getState().configure(undefined)}
        >
          <IconX size={18} />
        </ActionIcon>
      </header>
      <fieldset className={styles.body} disabled={!editable}>
        <legend className={styles.legend}>{messages.drawer.title(step.name)}</legend>
        <Text size="sm" c="dimmed" mb="md">
          {definition.description}
        </Text>
        <DrawerDataContext value={data}>
          <view.Drawer
            config={step.config}
            onChange={(config, typing) => {
              const { history, run } = store.getState()
              run(configureStep(history.graph, { stepId, config, typing }))
            }}
          />
        </DrawerDataContext>
        {definition.executable && (
          <FailureSettings
            step={step}
            onChange={(settings) => {
              const { history, run } = store.getState()
              run(changeStepSettings(history.graph, { stepId, settings }))
            }}
          />
        )}
        {definition.trigger ? null : (
          <TurnSettings
            step={step}
            form={data.form}
            problems={data.problems}
            onChange={(settings) => {
              const { history, run } = store.getState()
              run(changeStepSettings(history.graph, { stepId, settings }))
            }}
          />
        )}
      </fieldset>
    </div>
  )
}

/** Back to the card, unless the person has gone elsewhere meanwhile. */
function returnFocus(stepId: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    document
      .querySelector<HTMLElement>(`.react-flow__node[data-id="${stepId}"]`)
      ?.focus({ preventScroll: true })
  })
}
