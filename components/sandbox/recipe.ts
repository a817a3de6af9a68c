/** A payment from token to callback. */
const daraja = (publicUrl: string): string => `JARIBU=${publicUrl}
JARIBU_API_TOKEN=…  # Settings, API tokens
field() { sed -nE "s/.*\\"$1\\": ?\\"?([^\\",}]*)\\"?.*/\\1/p"; }

# 1. Where the inbox stands now: what comes after this cursor is new
cursor=$(curl -sS -H "Authorization: Bearer $JARIBU_API_TOKEN" "$JARIBU/api/v1/callbacks?inbox=local" | field cursor)

# 2. A token, as from Safaricom
token=$(curl -sS -u jaribu-local-key:jaribu-local-secret \\
  "$JARIBU/emulator/daraja/oauth/v1/generate?grant_type=client_credentials" | field access_token)

# 3. An STK push to the phone that pays by itself
timestamp=$(TZ=Africa/Nairobi date +%Y%m%d%H%M%S)
passkey=bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919
password=$(printf %s "174379$passkey$timestamp" | base64 | tr -d '\\n')
curl -sS -X POST "$JARIBU/emulator/daraja/mpesa/stkpush/v1/processrequest" \\
  -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\
  -d '{"BusinessShortCode":174379,"Password":"'"$password"'","Timestamp":"'"$timestamp"'",
       "TransactionType":"CustomerPayBillOnline","Amount":1,"PartyA":254708374149,"PartyB":174379,
       "PhoneNumber":254708374149,"CallBackURL":"'"$JARIBU"'/hook/local",
       "AccountReference":"INV-1","TransactionDesc":"Try"}'
echo

# 4. Wait for its callback: the answer comes as soon as there is one
curl -sS -H "Authorization: Bearer $JARIBU_API_TOKEN" \\
  "$JARIBU/api/v1/callbacks?inbox=local&after=$cursor&wait=30"
echo`

/** A synchronous payment: the answer comes once the phone has paid. */
const mozambique = (publicUrl: string): string => `JARIBU=${publicUrl}
API_KEY=jaribulocalkeyformozambique00001

# 1. The bearer: the API key, encrypted with the public key
curl -sS "$JARIBU/emulator/mozambique/public-key" -o public-key.pem
bearer=$(printf %s "$API_KEY" | openssl pkeyutl -encrypt -pubin -inkey public-key.pem | base64 | tr -d '\\n')

# 2. A payment by the phone that pays by itself
curl -sS -X POST "$JARIBU/emulator/mozambique/ipg/v1x/c2bPayment/singleStage/" \\
  -H "Authorization: Bearer $bearer" -H 'Content-Type: application/json' -H 'Origin: *' \\
  -d '{"input_TransactionReference":"INV1","input_CustomerMSISDN":"258843330333","input_Amount":"10",
       "input_ThirdPartyReference":"REQ'"$(date +%s)"'","input_ServiceProviderCode":"171717"}'
echo`

/** A session first, then a synchronous collection: the answer comes once the phone has paid. */
const openapi = (publicUrl: string): string => `JARIBU=${publicUrl}
BASE="$JARIBU/emulator/openapi/sandbox/ipg/v2/vodacomTZN"
API_KEY=jaribulocalkeyformpesaopenapi001

# 1. Encrypt with the public key, as the portal asks
curl -sS "$JARIBU/emulator/openapi/public-key" -o public-key.pem
encrypt() { printf %s "$1" | openssl pkeyutl -encrypt -pubin -inkey public-key.pem | base64 | tr -d '\\n'; }

# 2. A session key for the API key
session=$(curl -sS "$BASE/getSession/" -H "Authorization: Bearer $(encrypt "$API_KEY")" -H 'Origin: *' |
  sed 's/.*"output_SessionID":"\\([^"]*\\)".*/\\1/')

# 3. A collection from the phone that pays by itself
curl -sS -X POST "$BASE/c2bPayment/singleStage/" \\
  -H "Authorization: Bearer $(encrypt "$session")" -H 'Content-Type: application/json' -H 'Origin: *' \\
  -d '{"input_Amount":"10","input_CustomerMSISDN":"255700000100","input_Country":"TZN","input_Currency":"TZS",
       "input_ServiceProviderCode":"000000","input_TransactionReference":"INV1",
       "input_ThirdPartyConversationID":"call'"$(date +%s)"'","input_PurchasedItemsDesc":"Shoes"}'
echo`

/** In a shell, against this installation; by system. */
export const localRecipes: Record<string, (publicUrl: string) => string> = { daraja, openapi, mozambique }
