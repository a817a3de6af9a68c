import { CallbackUrlTool } from '@/components/tools/callback-url-tool'
import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'

export function CallbackUrls() {
  return <CallbackUrlTool check={checkCallbackUrl} />
}
