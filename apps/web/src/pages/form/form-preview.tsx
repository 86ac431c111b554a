import type { FormContent } from '@fieldledger/forms'
import { Box, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { FillingContext } from '../../filling/filling-context.ts'
import { FormFields } from '../../filling/form-fields.tsx'
import classes from './form-preview.module.css'
import { messages } from './messages.ts'
import { useTriedForm } from './use-tried-form.ts'

type Screen = 'phone' | 'desktop'

const desktopWidth = 860

/** The draft as people will see it, while it is built; it can be tried, nothing is sent. */
export function FormPreview({ content }: { content: FormContent }) {
  const [screen, setScreen] = useState<Screen>('phone')
  const { ref, width } = useElementSize()
  const filling = useTriedForm(content)
  const zoom = screen === 'desktop' && width > 0 ? Math.min(1, width / desktopWidth) : 1
  return (
    <section className={classes.frame} aria-label={messages.preview}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {messages.previewHint}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={messages.screen}
          value={screen}
          onChange={(value) => setScreen(value as Screen)}
          data={[
            { value: 'phone', label: messages.phone },
            { value: 'desktop', label: messages.desktop },
          ]}
        />
      </Group>
      <Box ref={ref} className={classes.stage ?? ''} tabIndex={0} role="group" aria-label={content.name}>
        <Paper className={classes[screen] ?? ''} style={{ zoom }} p="md" data-screen={screen}>
          <Title order={2} mb="md">
            {content.name}
          </Title>
          <FillingContext value={filling}>
            <FormFields />
          </FillingContext>
        </Paper>
      </Box>
    </section>
  )
}
