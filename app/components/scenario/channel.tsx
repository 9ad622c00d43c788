import { Icon, type IconName } from "~/components/ui/icon";
import type { Scenario } from "~/core/scenario/definition";

export type Channel = Scenario["channel"];

const channels: Record<Channel, { icon: IconName; word: string }> = {
  desk: { icon: "desk", word: "Face to face" },
  phone: { icon: "phone", word: "On the phone" },
  chat: { icon: "chat", word: "In a chat" },
  email: { icon: "email", word: "By e-mail" },
  corridor: { icon: "corridor", word: "In the corridor" },
};

/** Answers are written there, and said everywhere else. */
export function isWritten(channel: Channel): boolean {
  return channel === "chat" || channel === "email";
}

/** "On the phone", among other words. */
export function channelInWords(channel: Channel): string {
  return channels[channel].word;
}

export function ChannelText({ channel }: { readonly channel: Channel }) {
  const { icon, word } = channels[channel];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={icon} className="size-4.5" />
      {word}
    </span>
  );
}
