package dev.safelight.standalone.signin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Main class of the sign-in process. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
public class SignIn {

  /** Settings come from {@code sign-in.yml} and the environment. */
  static void main(String[] arguments) {
    new SpringApplicationBuilder(SignIn.class)
        .properties("spring.config.name=sign-in")
        .run(arguments);
  }
}
