# Unidades y nombres que usan todas las salas.

unit-days = { $n } { $count ->
    [one] día
   *[other] días
}
unit-hours = { $n } { $count ->
    [one] hora
   *[other] horas
}
unit-minutes = { $n } { $count ->
    [one] minuto
   *[other] minutos
}
unit-seconds = { $n } { $count ->
    [one] segundo
   *[other] segundos
}

need-LT = tiempo de entrega
need-DF = frecuencia
need-CF = fallos en los cambios
need-RT = recuperación
need-RK = seguridad
need-PE = personas

wave-now = Ahora
wave-next = Después
wave-later = Más adelante

control-team = el propio equipo
control-other-team = otro equipo
control-organisation = la organización

metric-lead-time = Tiempo de entrega de cambios
metric-deploy-lag = Espera hasta el despliegue
metric-deployment-frequency = Frecuencia de despliegue
metric-change-fail-rate = Tasa de fallos en los cambios
metric-recovery-time = Tiempo de recuperación de despliegues fallidos
metric-time-to-restore = Tiempo de recuperación del servicio, todos los incidentes
metric-rework-rate = Tasa de retrabajo
metric-other = Otra cifra

state-answered = respondida
state-unknown = no se sabe
state-not-applicable = no aplica
state-not-ours = no depende del equipo
state-not-asked = sin preguntar todavía

confidence-guess = suposición
confidence-know = se sabe
confidence-show = se puede mostrar
