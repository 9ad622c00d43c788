/** A mail server that takes mail for some and not for others (RFC 5321, as far as one sender goes). */
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** What it says to a line outside a message; an address that it does not take is in its answer, as is usual. */
function replyTo(line: string, takes: (address: string) => boolean): string {
  const address = /^RCPT TO:<(.+?)>/i.exec(line)?.[1];
  if (address !== undefined) {
    return takes(address) ? "250 ok" : `550 5.1.1 <${address}> is unknown here`;
  }
  if (/^DATA/i.test(line)) return "354 go on";
  return /^QUIT/i.test(line) ? "221 bye" : "250 ok";
}

function serve(caller: Socket, takes: (address: string) => boolean, taken: string[]): void {
  let inMessage = false;
  let recipient = "";
  createInterface({ input: caller }).on("line", (line) => {
    if (inMessage && line !== ".") return;
    const reply = inMessage ? "250 taken" : replyTo(line, takes);
    if (inMessage) taken.push(recipient);
    recipient = /^RCPT TO:<(.+?)>/i.exec(line)?.[1] ?? recipient;
    inMessage = reply.startsWith("354");
    caller.write(`${reply}\r\n`);
  });
  caller.write("220 here\r\n");
}

export interface SmtpServer {
  readonly url: string;
  /** Whose mail it took, in the order in which it came. */
  readonly taken: readonly string[];
  readonly close: () => void;
}

export async function anSmtpServer(takes: (address: string) => boolean): Promise<SmtpServer> {
  const taken: string[] = [];
  const server = createServer((caller) => {
    // A sender that hangs up in the middle is no failure of the test.
    caller.on("error", () => caller.destroy());
    serve(caller, takes, taken);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${String(port)}`, taken, close: () => server.close() };
}
