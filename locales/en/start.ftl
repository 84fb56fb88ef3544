### The first words in private.

cmd-start = Open the private chat
    .name = start
start-group = Here I am. What you can say is in { $help }.
start-hello = Good to meet you, { $person }. Now I can write to you when something waits for you.
start-member =
    Hello { $person }. You belong to { $assemblies }.
    What do you need?
start-stranger =
    Hello, I’m Kommune. Through me neighbours like you help each other.
    Just write what is going on. If you are in danger: { $emergency }.
start-label-case = My case
start-label-mine = What waits for me
