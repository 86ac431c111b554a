import type { Edge, Graph, Problem } from '@fieldledger/workflow'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command } from '../commands/command.ts'
import type { Positions } from '../commands/with-positions.ts'
import { messages } from '../messages.ts'
import { beginHistory, type History, perform, redo, undo } from './history.ts'

export interface Selection {
  steps: readonly string[]
  edges: readonly string[]
}

/** Where the next added step goes. */
export type AddPlace =
  | { at: 'outlet'; from: Edge['from']; position?: { x: number; y: number } }
  | { at: 'edge'; edgeId: string }
  | { at: 'canvas'; position?: { x: number; y: number } }

/** `focus`: the slider was asked for, so it takes the focus; else it only followed the selection. */
export interface Configuring {
  stepId: string
  place?: string
  focus: boolean
}

export interface EditorState {
  history: History
  editable: boolean
  selection: Selection
  /** Positions of steps that are being dragged just now; the draft changes when they are let go. */
  dragged: Positions | undefined
  /** The step whose slider is open, and the place in it that wants the focus. */
  configuring: Configuring | undefined
  /** The "Add step" menu and where its choice goes. */
  adding: AddPlace | undefined
  /** From lint, for the badges and the list. */
  problems: readonly Problem[]
  /** For the screen reader. */
  announcement: string
  run(command: Command | undefined): void
  undo(): void
  redo(): void
  select(selection: Partial<Selection>): void
  drag(positions: Positions | undefined): void
  configure(stepId: string | undefined, place?: string): void
  openAddMenu(place: AddPlace | undefined): void
  setProblems(problems: readonly Problem[]): void
  announce(sentence: string): void
}

export type EditorStore = StoreApi<EditorState>

/** The draft graph is the truth; what React Flow shows is derived from it. */
export function createEditorStore(start: {
  graph: Graph
  editable: boolean
  now: () => number
}): EditorStore {
  return createStore<EditorState>()((set, get) => {
    const change = (history: History, announcement: string) =>
      set((state) => ({
        history,
        announcement,
        selection: existing(state.selection, history.graph),
        configuring: stillThere(state.configuring, history.graph),
      }))
    return {
      history: beginHistory(start.graph),
      editable: start.editable,
      selection: { steps: [], edges: [] },
      dragged: undefined,
      configuring: undefined,
      adding: undefined,
      problems: [],
      announcement: '',
      run(command) {
        if (command === undefined || !get().editable) return
        change(perform(get().history, { command, at: start.now() }), command.name)
      },
      undo() {
        const last = get().history.past.at(-1)
        if (last !== undefined) change(undo(get().history), messages.undone(last.name))
      },
      redo() {
        const next = get().history.future[0]
        if (next !== undefined) change(redo(get().history), messages.redone(next.name))
      },
      select: (selection) =>
        set(({ configuring }) => ({
          selection: { steps: [], edges: [], ...selection },
          configuring: followed(configuring, selection.steps ?? []),
        })),
      drag: (dragged) => set({ dragged }),
      configure: (stepId, place) =>
        set(
          stepId === undefined
            ? { configuring: undefined }
            : {
                configuring: { stepId, focus: true, ...(place === undefined ? {} : { place }) },
                selection: { steps: [stepId], edges: [] },
              },
        ),
      openAddMenu: (adding) => set({ adding }),
      setProblems: (problems) => set({ problems }),
      announce: (announcement) => set({ announcement }),
    }
  })
}

function existing(selection: Selection, graph: Graph): Selection {
  const edges = new Set(graph.edges.map(({ id }) => id))
  return {
    steps: selection.steps.filter((id) => graph.steps[id] !== undefined),
    edges: selection.edges.filter((id) => edges.has(id)),
  }
}

function stillThere(configuring: Configuring | undefined, graph: Graph): Configuring | undefined {
  return configuring !== undefined && graph.steps[configuring.stepId] === undefined ? undefined : configuring
}

/** An open slider shows the step that is selected alone. */
function followed(configuring: Configuring | undefined, steps: readonly string[]): Configuring | undefined {
  const [stepId] = steps
  if (configuring === undefined || stepId === undefined || steps.length > 1) return configuring
  return stepId === configuring.stepId ? configuring : { stepId, focus: false }
}
