# Exports of clouds and platforms: their names, and what their readers remark on.

format-aws-codepipeline-executions = AWS CodePipeline executions
format-aws-codepipeline-actions = AWS CodePipeline action executions
format-aws-codedeploy = AWS CodeDeploy deployments
format-aws-codebuild = AWS CodeBuild builds
format-aws-amplify-jobs = AWS Amplify jobs
format-aws-cloudformation-events = AWS CloudFormation stack events
format-aws-ecs-service-deployments = AWS ECS service deployments
format-aws-cloudwatch-alarms = AWS CloudWatch alarm history
format-aws-incident-manager = AWS Incident Manager incidents
format-octopus-report = Octopus Deploy report of deployments
format-octopus-tasks = Octopus Deploy tasks
format-spinnaker-pipelines = Spinnaker pipelines
format-heroku-releases = Heroku releases
format-netlify-deploys = Netlify deploys
format-vercel-deployments = Vercel deployments
format-render-deploys = Render deploys

note-cloud-environment-guessed = { $n ->
    [one] one name speaks of no environment and was taken as production
   *[other] { $n } names speak of no environment and were taken as production
}
note-cloud-superseded = { $n ->
    [one] one run was superseded by a newer one before it deployed and was left out
   *[other] { $n } runs were superseded by newer ones before they deployed and were left out
}
note-cloud-end-of-pipeline = { $n ->
    [one] one deployment ends when its whole pipeline ends; the list of action executions says it more exactly
   *[other] { $n } deployments end when their whole pipelines end; the list of action executions says it more exactly
}
note-cloud-several-sources = { $n ->
    [one] one run has several sources; the first one’s commit was taken
   *[other] { $n } runs have several sources; the first one’s commit was taken
}
note-cloud-other-actions = { $n ->
    [one] one action does something else than deploy and was left out
   *[other] { $n } actions do something else than deploy and were left out
}
note-cloud-autoscaling = { $n ->
    [one] one deployment only brought a new machine up to date and was left out
   *[other] { $n } deployments only brought new machines up to date and were left out
}
note-cloud-stack-removed = { $n ->
    [one] one stack was deleted, which is no deployment
   *[other] { $n } stacks were deleted, which is no deployment
}
note-cloud-not-a-state = { $n ->
    [one] one entry is no change of an alarm’s state and was left out
   *[other] { $n } entries are no changes of an alarm’s state and were left out
}
note-cloud-scaling-alarms = { $n ->
    [one] one change of an alarm that automatic scaling sets for itself was left out
   *[other] { $n } changes of alarms that automatic scaling sets for itself were left out
}
note-cloud-alarm-flapping = { $n ->
    [one] one alarm went off again within 15 minutes and was counted as the same incident
   *[other] { $n } times an alarm went off again within 15 minutes and was counted as the same incident
}
note-cloud-alarm-no-start = { $n ->
    [one] one alarm was on before the file begins; when it went off is not known, so it was left out
   *[other] { $n } alarms were on before the file begins; when they went off is not known, so they were left out
}
note-cloud-alarm-of-composite = { $n ->
    [one] one alarm was counted with the composite alarm that names it
   *[other] { $n } alarms were counted with the composite alarms that name them
}
note-cloud-settings = { $n ->
    [one] one release changed a setting and ran the same code again
   *[other] { $n } releases changed settings and ran the same code again
}
note-cloud-setting-of-unknown = { $n ->
    [one] one release changed a setting of code that the file does not name and was left out
   *[other] { $n } releases changed settings of code that the file does not name and were left out
}
note-cloud-never-published = { $n ->
    [one] one build was ready and never published; it was left out
   *[other] { $n } builds were ready and never published; they were left out
}
