/** The namespaces of the wire, by what speaks in them. */
export const namespaces = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  /** As the WSDL has it; half of all clients send `http://www.huawei.com/schema/osg/common/v2_1` instead. */
  header: 'http://www.huawei.com.cn/schema/common/v2_1',
  request: 'http://api-v1.gen.mm.vodafone.com/mminterface/request',
  response: 'http://api-v1.gen.mm.vodafone.com/mminterface/response',
  result: 'http://api-v1.gen.mm.vodafone.com/mminterface/result',
  cpsResult: 'http://cps.huawei.com/cpsinterface/result',
  c2b: 'http://cps.huawei.com/cpsinterface/c2bpayment',
  timeout: 'http://www.csapi.org/schema/timeoutnotification/data/v1_0/local',
  transaction: 'http://www.csapi.org/schema/transaction/data/v1_0/local',
  management: 'http://www.csapi.org/schema/management/data/v1_0/local',
  checkout: 'tns:ns',
} as const
