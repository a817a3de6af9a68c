import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { isProblem } from '@/lib/api/client'
import { firstOperation } from '@/lib/catalogue/first-operation'
import type { Built } from './exec'
import { type Exported, type ExportOptions, exportAs, exported } from './export'
import { CommandError, exitCodes, type Io } from './io'
import { type ListenOptions, listen, modes } from './listen'
import { openPage } from './open'
import { type PlaceOptions, placeOf } from './place'
import { type SendOptions, send } from './send'
import { type TriggerOptions, trigger } from './trigger'
import { type WaitOptions, wait } from './wait'

/** What only the process can do. */
export type Host = Built & {
  /** Starts the server here and ends with it. */
  start(): Promise<number>
  write(bytes: Uint8Array): void
}

/** Runs one command line, without the two words before the command. Never throws; returns what to end with. */
export const runCommand = async (words: readonly string[], io: Io, host: Host): Promise<number> => {
  let code: number = exitCodes.done
  const ends =
    <Given extends unknown[]>(run: (...given: Given) => Promise<number>) =>
    async (...given: Given) => {
      code = await run(...given)
    }
  try {
    const program = programOf(io, host, ends)
    await program.parseAsync(words.length > 0 ? [...words] : ['start'], { from: 'user' })
    return code
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.done : exitCodes.usage
    if (io.signal.aborted) return exitCodes.done
    return sayWhy(thrown, io)
  }
}

const sayWhy = (thrown: unknown, io: Io): number => {
  if (thrown instanceof CommandError) {
    io.err(thrown.message)
    return thrown.code
  }
  if (isProblem(thrown)) {
    io.err(thrown.message)
    for (const [field, messages] of Object.entries(thrown.fields)) {
      for (const message of messages) if (!thrown.message.includes(message)) io.err(`  ${field}: ${message}`)
    }
    return thrown.status === 0 ? exitCodes.unreachable : exitCodes.refused
  }
  io.err(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
  return exitCodes.failed
}

const wholeNumber = (text: string): number => {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new InvalidArgumentError('Write a whole number.')
}

const url = new Option('--url <address>', 'where Jaribu is; else JARIBU_URL, else http://localhost:3000')
const token = new Option('--token <token>', 'a token of Settings, Tokens; else JARIBU_TOKEN')
const json = new Option('--json', 'print JSON')
const set = new Option('--set <path=value...>', 'another value; path:=value takes the value as JSON')
const timeout = () => new Option('--timeout <seconds>', 'how long to wait').argParser(wholeNumber).default(60)

type Ends = <Given extends unknown[]>(
  run: (...given: Given) => Promise<number>,
) => (...given: Given) => Promise<void>

const programOf = (io: Io, host: Host, ends: Ends): Command => {
  const program = new Command('jaribu')
    .description('The workbench for M-Pesa APIs, from the command line.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .enablePositionalOptions()
  const command = (name: string, about: string) =>
    program.command(name).description(about).addOption(url).addOption(token)

  program
    .command('start', { isDefault: false })
    .description('start Jaribu here; the same as no command at all')
    .action(ends(() => host.start()))

  command('listen', 'show callbacks as they arrive, and pass them on')
    .option('--forward-to <address...>', 'send each on to here; may be given more than once')
    .option('--inbox <name>', 'of this inbox only')
    .option('--kind <kind...>', 'of these kinds only, such as stk-result or daraja.result')
    .addOption(new Option('--after <id>', 'begin after this callback').argParser(wholeNumber))
    .option('--from-now', 'begin with what arrives now, not where the last listener stopped')
    .addOption(new Option('--mode <mode>', 'how to show them').choices(modes))
    .action(ends((options: ListenOptions) => listen(options, io)))

  command('trigger', 'send a callback as its provider would')
    .addArgument(new Argument('<kind>', 'such as stk-result or daraja.result'))
    .addOption(set)
    .option('--inbox <name>', 'to this inbox', 'local')
    .option('--to <address>', 'to this address instead')
    .option('--preview', 'print the message and send nothing')
    .addOption(json)
    .action(ends((kind: string, options: TriggerOptions) => trigger(kind, options, io)))

  command('wait', 'wait for a callback, or for what became of a run')
    .option('--kind <kind>', 'such as stk-result or daraja.result')
    .option('--receipt <receipt>')
    .option('--reference <reference>', 'the account reference')
    .option('--phone <number>')
    .option('--code <code>', 'the result code')
    .option('--run <id>', 'the outcome of this run')
    .option('--inbox <name>', 'of this inbox only')
    .addOption(new Option('--after <id>', 'only what came after this callback').argParser(wholeNumber))
    .addOption(
      new Option('--since <seconds>', 'what came so long before counts too')
        .argParser(wholeNumber)
        .default(60),
    )
    .addOption(timeout())
    .addOption(json)
    .action(ends((options: WaitOptions) => wait(options, io)))

  command('send', 'send a request; what is not set is filled in as the form does')
    .addArgument(new Argument('<operation>', 'such as daraja.stk-push'))
    .addOption(set)
    .option('--environment <name>', 'through this environment; else the local one of its system')
    .option('--confirm <name>', 'the name of the environment, where money moves in production')
    .option('--send-anyway', 'send it although the checks object')
    .option('--wait', 'wait for the outcome')
    .addOption(timeout())
    .addOption(json)
    .action(ends((operation: string, options: SendOptions) => send(operation, options, io)))

  program
    .command('exec')
    .description('run a program beside a Jaribu of its own, whose addresses are in its environment')
    .argument('<command...>', 'after two dashes: jaribu exec -- npm test')
    .passThroughOptions()
    .action(
      ends(async (given: string[]) => {
        // It alone needs all that is known of the systems.
        const { exec } = await import('./exec')
        return exec(given, host, io)
      }),
    )

  command('open', 'open a page in the browser')
    .argument('[page]', `such as inbox or ${firstOperation.path.slice(1)}`, '')
    .action(
      ends(async (page: string, options: PlaceOptions) => {
        const place = placeOf({ ...options, token: options.token ?? 'none' }, io)
        await openPage(`${place.url}/${page.replace(/^\//, '')}`, io)
        return exitCodes.done
      }),
    )

  command('export', 'write runs, a report, a sheet or a callback’s body to a file')
    .addArgument(new Argument('<what>').choices(Object.keys(exported)))
    .argument('[id]', 'of a run, a sheet or a callback')
    .option('--format <format>')
    .option('--output <file>', 'else to the standard output')
    .option('--filter <name=value...>', 'as the API has them, such as verdict=failed')
    .action(
      ends((what: Exported, id: string | undefined, options: ExportOptions) =>
        exportAs(what, id, options, { ...io, write: host.write }),
      ),
    )
  return program
}
