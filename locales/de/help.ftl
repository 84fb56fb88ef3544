### Hilfe: was man sagen kann.

cmd-help = Was du hier tun kannst
    .name = hilfe
help-head = Das kannst du hier sagen:
help-line = { $command }: { $what }
help-foot = Das erste Wort genügt: Nach dem Rest frage ich. Mehr nach Themen:
help-name = { $command }
help-no-theme = Zu „{ $typed }“ weiß ich nichts. Alles, was geht, zeigt { $command }.
