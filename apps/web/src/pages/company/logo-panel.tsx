import type { LogoView } from '@fieldledger/contract'
import { LoadState, Panel } from '@fieldledger/ui'
import { Button, FileButton, Group, Image, Paper, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useSignedIn } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import { readBase64 } from './read-base64.ts'

const words = messages.logo
const mostBytes = 500 * 1024

/** The picture above every PDF, on white as on paper. */
export function LogoPanel() {
  const { company } = useSignedIn()
  const done = useDone()
  const stored = useQuery({
    queryKey: ['company', 'logo'],
    queryFn: ({ signal }) => api.get<LogoView>('/company/logo', signal),
  })
  const save = async (file: File | null) => {
    if (file === null) return
    if (file.size > mostBytes) return void notifications.show({ message: words.tooLarge, color: 'red' })
    const bytes = await readBase64(file)
    await done(() => api.put('/company/logo', { bytes }), words.saved)
  }
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <LoadState query={stored} retryLabel={words.retry}>
          {({ logo }) => (
            <>
              {logo === undefined ? (
                <Text size="sm">{words.none}</Text>
              ) : (
                <Paper withBorder p="sm" bg="white" w="fit-content" maw="100%">
                  <Image
                    src={`data:${logo.contentType};base64,${logo.bytes}`}
                    alt={words.alt(company.name)}
                    h={64}
                    w="auto"
                    maw="100%"
                    fit="contain"
                  />
                </Paper>
              )}
              <Group>
                <FileButton accept="image/png,image/jpeg" onChange={(file) => void save(file)}>
                  {(button) => (
                    <Button variant="default" {...button}>
                      {logo === undefined ? words.choose : words.replace}
                    </Button>
                  )}
                </FileButton>
                {logo === undefined ? null : (
                  <Button
                    variant="subtle"
                    color="red"
                    onClick={() => void done(() => api.delete('/company/logo'), words.removed)}
                  >
                    {words.remove}
                  </Button>
                )}
              </Group>
            </>
          )}
        </LoadState>
      </Stack>
    </Panel>
  )
}
